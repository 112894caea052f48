import pulumi
import pulumi_dlf as dlf

healthy = dlf.JobGate(
    "healthy",
    query={"job_type": "BATCH"},
    rules={
        "required_jobs": ["ods_orders"],
        "forbidden_last_instance_statuses": ["fail", "running-exception"],
        "max_age_of_last_success": "26h",
    },
)

# Stands for what you deploy: it stays as it is while the gate is shut.
pulumi.Stash("release", input="1.4.0", opts=pulumi.ResourceOptions(depends_on=[healthy]))

pulumi.export("finding", healthy.finding.result)
