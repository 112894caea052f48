package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// A change of a job's status or owner, and a job that comes or goes, is a change of the snapshot.
		recorded, err := dlf.NewJobsSnapshot(ctx, "recorded", &dlf.JobsSnapshotArgs{
			JobType:       dlf.JobTypeFilterAll,
			CompareFields: pulumi.ToStringArray([]string{"status", "owner"}),
		})
		if err != nil {
			return err
		}
		ctx.Export("names", recorded.Names)
		return nil
	})
}
