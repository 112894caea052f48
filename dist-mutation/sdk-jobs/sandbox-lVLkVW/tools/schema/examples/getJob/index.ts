// @ts-nocheck
import * as dlf from "pulumi-dlf-plugin";

const orders = dlf.getJobOutput({ name: "ods_orders" });

export const status = orders.status;
export const lastRun = orders.lastInstanceStatus;
