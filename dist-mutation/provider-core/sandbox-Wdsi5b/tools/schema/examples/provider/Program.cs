using System.Collections.Generic;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var east = new Dlf.Provider("east", new Dlf.ProviderArgs
    {
        Region = "cn-east-3",
        AccessKey = config.RequireSecret("eastAccessKey"),
        SecretKey = config.RequireSecret("eastSecretKey"),
    });
    var listed = Dlf.GetJobs.Invoke(new Dlf.GetJobsInvokeArgs(), new InvokeOptions { Provider = east });
    var recorded = new Dlf.JobsSnapshot("recorded", new Dlf.JobsSnapshotArgs(),
        new CustomResourceOptions { Provider = east });
    return new Dictionary<string, object?>
    {
        ["total"] = listed.Apply(result => result.Total),
        ["names"] = recorded.Names,
    };
});
