import pulumi
import pulumi_dlf as dlf

config = pulumi.Config()
east = dlf.Provider(
    "east",
    region="cn-east-3",
    access_key=config.require_secret("eastAccessKey"),
    secret_key=config.require_secret("eastSecretKey"),
)

listed = dlf.get_jobs_output(opts=pulumi.InvokeOutputOptions(provider=east))
recorded = dlf.JobsSnapshot("recorded", opts=pulumi.ResourceOptions(provider=east))

pulumi.export("total", listed.total)
pulumi.export("names", recorded.names)
