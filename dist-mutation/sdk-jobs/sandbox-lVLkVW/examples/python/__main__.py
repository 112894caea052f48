import pulumi
import pulumi_dlf as dlf

# The jobs as they are now, in a preview too.
streams = dlf.get_jobs_output(job_type="REAL_TIME")

# The jobs as they were at the last `pulumi up`: a preview shows what changed since.
recorded = dlf.JobsSnapshot("recorded", job_type="ALL")

# Shut while a job that the release reads from has failed, is stale, or is gone.
healthy = dlf.JobGate(
    "healthy",
    query={"job_type": "BATCH"},
    rules={
        "required_jobs": ["ods_orders"],
        "forbidden_last_instance_statuses": ["fail", "running-exception"],
        "max_age_of_last_success": "26h",
        "ignore_jobs": ["tmp_*"],
    },
)

# Stands for what you deploy.
release = pulumi.Stash("release", input="1.4.0", opts=pulumi.ResourceOptions(depends_on=[healthy]))

# Another account, in another region.
config = pulumi.Config()
east_account = dlf.Provider(
    "eastAccount",
    region="cn-east-3",
    endpoint=config.get("eastEndpoint"),
    project_id=config.require("eastProjectId"),
    access_key=config.require_secret("eastAccessKey"),
    secret_key=config.require_secret("eastSecretKey"),
)
east = dlf.get_jobs_output(opts=pulumi.InvokeOutputOptions(provider=east_account))

pulumi.export("streams", streams.names)
pulumi.export("east", east.total)
pulumi.export("recorded", recorded.total)
pulumi.export("gate", healthy.finding.result)
