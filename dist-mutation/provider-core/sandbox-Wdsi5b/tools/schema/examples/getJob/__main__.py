import pulumi
import pulumi_dlf as dlf

orders = dlf.get_job_output(name="ods_orders")

pulumi.export("status", orders.status)
pulumi.export("lastRun", orders.last_instance_status)
