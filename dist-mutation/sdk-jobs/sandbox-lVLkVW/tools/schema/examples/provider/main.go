package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		east, err := dlf.NewProvider(ctx, "east", &dlf.ProviderArgs{
			Region:    pulumi.String("cn-east-3"),
			AccessKey: settings.RequireSecret("eastAccessKey"),
			SecretKey: settings.RequireSecret("eastSecretKey"),
		})
		if err != nil {
			return err
		}
		recorded, err := dlf.NewJobsSnapshot(ctx, "recorded", nil, pulumi.Provider(east))
		if err != nil {
			return err
		}
		ctx.Export("total", dlf.GetJobsOutput(ctx, dlf.GetJobsOutputArgs{}, pulumi.Provider(east)).Total())
		ctx.Export("names", recorded.Names)
		return nil
	})
}
