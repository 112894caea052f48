// Command cases holds the small programs of the tests. Its argument says which of them runs.
package main

import (
	"fmt"
	"os"

	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

var cases = map[string]pulumi.RunFunc{
	"unknownInputs": unknownInputs,
	"secretInputs":  secretInputs,
	"advisory":      advisory,
	"bare":          snapshot(nil),
	"noSuchValue":   snapshot(&dlf.JobsSnapshotArgs{JobType: pulumi.String("ALLL")}),
	"noRules":       noRules,
	"import":        snapshot(nil, pulumi.Import(pulumi.ID("some-id"))),
	"get":           get,
	"functionFails": functionFails,
}

func main() {
	run, found := cases[os.Args[1]]
	if !found {
		run = func(*pulumi.Context) error { return fmt.Errorf("there is no program %q", os.Args[1]) }
	}
	pulumi.Run(run)
}

var noneFailed = dlf.GateRulesArgs{ForbiddenLastInstanceStatuses: pulumi.StringArray{
	pulumi.String(dlf.LastInstanceStatusFail),
}}

func unknownInputs(ctx *pulumi.Context) error {
	first, err := pulumi.NewStash(ctx, "first", &pulumi.StashArgs{Input: pulumi.Int(1)})
	if err != nil {
		return err
	}
	name := first.ID().ToStringOutput()
	found := dlf.GetJobsOutput(ctx, dlf.GetJobsOutputArgs{JobName: name, ExactName: pulumi.Bool(true)})
	recorded, err := dlf.NewJobsSnapshot(ctx, "jobs", &dlf.JobsSnapshotArgs{JobName: name})
	if err != nil {
		return err
	}
	absent, err := dlf.NewJobGate(ctx, "absent", &dlf.JobGateArgs{
		Query: dlf.GateQueryArgs{JobName: name},
		Rules: dlf.GateRulesArgs{MaxJobs: pulumi.Int(0), AllowEmpty: pulumi.Bool(true)},
	})
	if err != nil {
		return err
	}
	_, err = pulumi.NewStash(ctx, "guarded", &pulumi.StashArgs{Input: absent.Finding.Result()})
	ctx.Export("found", found.Total())
	ctx.Export("recorded", recorded.Total)
	return err
}

func secretInputs(ctx *pulumi.Context) error {
	pattern := config.New(ctx, "").RequireSecret("pattern")
	found := dlf.GetJobsOutput(ctx, dlf.GetJobsOutputArgs{JobName: pattern})
	recorded, err := dlf.NewJobsSnapshot(ctx, "jobs", &dlf.JobsSnapshotArgs{JobName: pattern})
	if err != nil {
		return err
	}
	healthy, err := dlf.NewJobGate(ctx, "healthy", &dlf.JobGateArgs{
		Query:       dlf.GateQueryArgs{JobName: pattern},
		Rules:       noneFailed,
		Enforcement: dlf.EnforcementAdvisory,
	})
	if err != nil {
		return err
	}
	ctx.Export("found", found.Names())
	ctx.Export("recorded", recorded.Names)
	ctx.Export("gate", healthy.Finding.Result())
	return nil
}

func advisory(ctx *pulumi.Context) error {
	args := dlf.JobGateArgs{Rules: noneFailed, Enforcement: dlf.EnforcementAdvisory}
	healthy, err := dlf.NewJobGate(ctx, "healthy", &args)
	if err != nil {
		return err
	}
	_, err = pulumi.NewStash(ctx, "guarded", &pulumi.StashArgs{Input: pulumi.Int(1)},
		pulumi.DependsOn([]pulumi.Resource{healthy}))
	return err
}

func snapshot(args *dlf.JobsSnapshotArgs, options ...pulumi.ResourceOption) pulumi.RunFunc {
	return func(ctx *pulumi.Context) error {
		_, err := dlf.NewJobsSnapshot(ctx, "jobs", args, options...)
		return err
	}
}

func noRules(ctx *pulumi.Context) error {
	_, err := dlf.NewJobGate(ctx, "healthy", &dlf.JobGateArgs{})
	return err
}

func get(ctx *pulumi.Context) error {
	_, err := dlf.GetJobsSnapshot(ctx, "jobs", pulumi.ID("some-id"), nil)
	return err
}

// The function in its plain form, whose answer is known at once.
func functionFails(ctx *pulumi.Context) error {
	jobs, err := dlf.GetJobs(ctx, &dlf.GetJobsArgs{JobType: pulumi.StringRef("ALLL")})
	if err != nil {
		return err
	}
	ctx.Export("total", pulumi.Int(jobs.Total))
	return nil
}
