import com.pulumi.Pulumi;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.dlf.DlfFunctions;
import com.pulumi.dlf.JobsSnapshot;
import com.pulumi.dlf.JobsSnapshotArgs;
import com.pulumi.dlf.Provider;
import com.pulumi.dlf.ProviderArgs;
import com.pulumi.dlf.inputs.GetJobsArgs;
import com.pulumi.dlf.outputs.GetJobsResult;
import com.pulumi.resources.CustomResourceOptions;

public class Main {
    public static void main(String[] args) {
        Pulumi.run(context -> {
            var config = context.config();
            var east = new Provider("east", ProviderArgs.builder()
                .region("cn-east-3")
                .accessKey(config.requireSecret("eastAccessKey"))
                .secretKey(config.requireSecret("eastSecretKey"))
                .build());
            var listed = DlfFunctions.getJobs(GetJobsArgs.Empty, InvokeOptions.builder().provider(east).build());
            var recorded = new JobsSnapshot("recorded", JobsSnapshotArgs.Empty,
                CustomResourceOptions.builder().provider(east).build());
            context.export("total", listed.applyValue(GetJobsResult::total));
            context.export("names", recorded.names());
        });
    }
}
