package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		orders := dlf.GetJobOutput(ctx, dlf.GetJobOutputArgs{Name: pulumi.String("ods_orders")})
		ctx.Export("status", orders.Status())
		ctx.Export("lastRun", orders.LastInstanceStatus())
		return nil
	})
}
