import com.pulumi.Pulumi;
import com.pulumi.dlf.DlfFunctions;
import com.pulumi.dlf.enums.JobTypeFilter;
import com.pulumi.dlf.inputs.GetJobsArgs;
import com.pulumi.dlf.outputs.GetJobsResult;
import com.pulumi.dlf.outputs.Job;
import java.util.stream.Collectors;

public class Main {
    public static void main(String[] args) {
        Pulumi.run(context -> {
            var listed = DlfFunctions.getJobs(GetJobsArgs.builder().jobType(JobTypeFilter.All).tags("daily").build());
            context.export("total", listed.applyValue(GetJobsResult::total));
            context.export("failed", listed.applyValue(result -> result.jobs().stream()
                .filter(job -> job.lastInstanceStatus().filter("fail"::equals).isPresent())
                .map(Job::name)
                .collect(Collectors.toList())));
        });
    }
}
