using System.Collections.Generic;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    var healthy = new Dlf.JobGate("healthy", new Dlf.JobGateArgs
    {
        Query = new Dlf.Inputs.GateQueryArgs { JobType = Dlf.JobTypeFilter.Batch },
        Rules = new Dlf.Inputs.GateRulesArgs
        {
            RequiredJobs = { "ods_orders" },
            ForbiddenLastInstanceStatuses = { "fail", "running-exception" },
            MaxAgeOfLastSuccess = "26h",
        },
    });
    // Stands for what you deploy: it stays as it is while the gate is shut.
    _ = new ComponentResource("examples:index:Release", "release",
        new ComponentResourceOptions { DependsOn = { healthy } });
    return new Dictionary<string, object?> { ["finding"] = healthy.Finding.Apply(finding => finding.Result) };
});
