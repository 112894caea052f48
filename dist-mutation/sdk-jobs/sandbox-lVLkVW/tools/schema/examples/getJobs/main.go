package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		listed := dlf.GetJobsOutput(ctx, dlf.GetJobsOutputArgs{
			JobType: dlf.JobTypeFilterAll,
			Tags:    pulumi.ToStringArray([]string{"daily"}),
		})
		ctx.Export("total", listed.Total())
		ctx.Export("failed", listed.Jobs().ApplyT(func(jobs []dlf.Job) []string {
			failed := []string{}
			for _, job := range jobs {
				if job.LastInstanceStatus != nil && *job.LastInstanceStatus == "fail" {
					failed = append(failed, job.Name)
				}
			}
			return failed
		}))
		return nil
	})
}
