using System.Collections.Generic;
using Pulumi;
using Dlf = Pulumi.Dlf;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var east = new Dlf.Provider("east", new()
    {
        Region = "cn-east-3",
        AccessKey = config.RequireSecret("eastAccessKey"),
        SecretKey = config.RequireSecret("eastSecretKey"),
    });
    var recorded = new Dlf.JobsSnapshot("recorded", new(), new() { Provider = east });
    return new Dictionary<string, object?>
    {
        ["total"] = Dlf.GetJobs.Invoke(new(), new InvokeOptions { Provider = east }).Apply(result => result.Total),
        ["names"] = recorded.Names,
    };
});
