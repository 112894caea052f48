using System.Collections.Generic;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    var orders = Dlf.GetJob.Invoke(new Dlf.GetJobInvokeArgs { Name = "ods_orders" });
    return new Dictionary<string, object?>
    {
        ["status"] = orders.Apply(job => job.Status),
        ["lastRun"] = orders.Apply(job => job.LastInstanceStatus),
    };
});
