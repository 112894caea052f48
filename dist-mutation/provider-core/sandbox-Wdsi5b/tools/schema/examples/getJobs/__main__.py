import pulumi
import pulumi_dlf as dlf

listed = dlf.get_jobs_output(job_type="ALL", tags=["daily"])

pulumi.export("total", listed.total)
pulumi.export(
    "failed",
    listed.jobs.apply(lambda jobs: [job.name for job in jobs if job.last_instance_status == "fail"]),
)
