using System.Collections.Generic;
using System.Linq;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    var listed = Dlf.GetJobs.Invoke(new Dlf.GetJobsInvokeArgs
    {
        JobType = Dlf.JobTypeFilter.All,
        Tags = { "daily" },
    });
    return new Dictionary<string, object?>
    {
        ["total"] = listed.Apply(result => result.Total),
        ["failed"] = listed.Apply(result =>
            result.Jobs.Where(job => job.LastInstanceStatus == "fail").Select(job => job.Name).ToList()),
    };
});
