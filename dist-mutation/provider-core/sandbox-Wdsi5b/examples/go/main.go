package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// The jobs as they are now, in a preview too.
		streams := dlf.GetJobsOutput(ctx, dlf.GetJobsOutputArgs{JobType: dlf.JobTypeFilterRealTime})

		// The jobs as they were at the last `pulumi up`: a preview shows what changed since.
		recorded, err := dlf.NewJobsSnapshot(ctx, "recorded", &dlf.JobsSnapshotArgs{JobType: dlf.JobTypeFilterAll})
		if err != nil {
			return err
		}

		// Shut while a job that the release reads from has failed, is stale, or is gone.
		healthy, err := dlf.NewJobGate(ctx, "healthy", &dlf.JobGateArgs{
			Query: dlf.GateQueryArgs{JobType: dlf.JobTypeFilterBatch},
			Rules: dlf.GateRulesArgs{
				RequiredJobs:                  pulumi.ToStringArray([]string{"ods_orders"}),
				ForbiddenLastInstanceStatuses: pulumi.ToStringArray([]string{"fail", "running-exception"}),
				MaxAgeOfLastSuccess:           pulumi.String("26h"),
				IgnoreJobs:                    pulumi.ToStringArray([]string{"tmp_*"}),
			},
		})
		if err != nil {
			return err
		}

		// Stands for what you deploy.
		_, err = pulumi.NewStash(ctx, "release", &pulumi.StashArgs{Input: pulumi.String("1.4.0")},
			pulumi.DependsOn([]pulumi.Resource{healthy}))
		if err != nil {
			return err
		}

		// Another account, in another region.
		settings := config.New(ctx, "")
		eastArgs := dlf.ProviderArgs{
			Region:    pulumi.String("cn-east-3"),
			ProjectId: pulumi.String(settings.Require("eastProjectId")),
			AccessKey: settings.RequireSecret("eastAccessKey"),
			SecretKey: settings.RequireSecret("eastSecretKey"),
		}
		if endpoint := settings.Get("eastEndpoint"); endpoint != "" {
			eastArgs.Endpoint = pulumi.String(endpoint)
		}
		eastAccount, err := dlf.NewProvider(ctx, "eastAccount", &eastArgs)
		if err != nil {
			return err
		}
		east := dlf.GetJobsOutput(ctx, dlf.GetJobsOutputArgs{}, pulumi.Provider(eastAccount))

		ctx.Export("streams", streams.Names())
		ctx.Export("east", east.Total())
		ctx.Export("recorded", recorded.Total)
		ctx.Export("gate", healthy.Finding.Result())
		return nil
	})
}
