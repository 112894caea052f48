import com.pulumi.Pulumi;
import com.pulumi.dlf.JobsSnapshot;
import com.pulumi.dlf.JobsSnapshotArgs;
import com.pulumi.dlf.enums.JobTypeFilter;

public class Main {
    public static void main(String[] args) {
        Pulumi.run(context -> {
            // A change of a job's status or owner, and a job that comes or goes, is a change of the snapshot.
            var recorded = new JobsSnapshot("recorded", JobsSnapshotArgs.builder()
                .jobType(JobTypeFilter.All)
                .compareFields("status", "owner")
                .build());
            context.export("names", recorded.names());
        });
    }
}
