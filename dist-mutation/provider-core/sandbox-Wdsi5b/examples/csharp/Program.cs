using System.Collections.Generic;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    // The jobs as they are now, in a preview too.
    var streams = Dlf.GetJobs.Invoke(new Dlf.GetJobsInvokeArgs { JobType = Dlf.JobTypeFilter.RealTime });

    // The jobs as they were at the last `pulumi up`: a preview shows what changed since.
    var recorded = new Dlf.JobsSnapshot("recorded", new Dlf.JobsSnapshotArgs { JobType = Dlf.JobTypeFilter.All });

    // Shut while a job that the release reads from has failed, is stale, or is gone.
    var healthy = new Dlf.JobGate("healthy", new Dlf.JobGateArgs
    {
        Query = new Dlf.Inputs.GateQueryArgs { JobType = Dlf.JobTypeFilter.Batch },
        Rules = new Dlf.Inputs.GateRulesArgs
        {
            RequiredJobs = { "ods_orders" },
            ForbiddenLastInstanceStatuses = { "fail", "running-exception" },
            MaxAgeOfLastSuccess = "26h",
            IgnoreJobs = { "tmp_*" },
        },
    });

    // Stands for what you deploy.
    _ = new ComponentResource("examples:index:Release", "release",
        new ComponentResourceOptions { DependsOn = { healthy } });

    // Another account, in another region.
    var config = new Config();
    var eastArgs = new Dlf.ProviderArgs
    {
        Region = "cn-east-3",
        ProjectId = config.Require("eastProjectId"),
        AccessKey = config.RequireSecret("eastAccessKey"),
        SecretKey = config.RequireSecret("eastSecretKey"),
    };
    if (config.Get("eastEndpoint") is string endpoint) eastArgs.Endpoint = endpoint;
    var eastAccount = new Dlf.Provider("eastAccount", eastArgs);
    var east = Dlf.GetJobs.Invoke(new Dlf.GetJobsInvokeArgs(), new InvokeOptions { Provider = eastAccount });

    return new Dictionary<string, object?>
    {
        ["streams"] = streams.Apply(result => result.Names),
        ["east"] = east.Apply(result => result.Total),
        ["recorded"] = recorded.Total,
        ["gate"] = healthy.Finding.Apply(finding => finding.Result),
    };
});
