package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		healthy, err := dlf.NewJobGate(ctx, "healthy", &dlf.JobGateArgs{
			Query: dlf.GateQueryArgs{JobType: dlf.JobTypeFilterBatch},
			Rules: dlf.GateRulesArgs{
				RequiredJobs:                  pulumi.ToStringArray([]string{"ods_orders"}),
				ForbiddenLastInstanceStatuses: pulumi.ToStringArray([]string{"fail", "running-exception"}),
				MaxAgeOfLastSuccess:           pulumi.String("26h"),
			},
		})
		if err != nil {
			return err
		}
		// Stands for what you deploy: it stays as it is while the gate is shut.
		_, err = pulumi.NewStash(ctx, "release", &pulumi.StashArgs{Input: pulumi.String("1.4.0")},
			pulumi.DependsOn([]pulumi.Resource{healthy}))
		ctx.Export("finding", healthy.Finding.Result())
		return err
	})
}
