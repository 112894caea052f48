import pulumi
import pulumi_dlf as dlf

# A change of a job's status or owner, and a job that comes or goes, is a change of the snapshot.
recorded = dlf.JobsSnapshot("recorded", job_type="ALL", compare_fields=["status", "owner"])

pulumi.export("names", recorded.names)
