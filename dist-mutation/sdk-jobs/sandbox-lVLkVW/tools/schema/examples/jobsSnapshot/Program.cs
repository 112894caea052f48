using System.Collections.Generic;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    // A change of a job's status or owner, and a job that comes or goes, is a change of the snapshot.
    var recorded = new Dlf.JobsSnapshot("recorded", new Dlf.JobsSnapshotArgs
    {
        JobType = Dlf.JobTypeFilter.All,
        CompareFields = { "status", "owner" },
    });
    return new Dictionary<string, object?> { ["names"] = recorded.Names };
});
