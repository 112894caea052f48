package example;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.dlf.DlfFunctions;
import com.pulumi.dlf.JobGate;
import com.pulumi.dlf.JobGateArgs;
import com.pulumi.dlf.JobsSnapshot;
import com.pulumi.dlf.JobsSnapshotArgs;
import com.pulumi.dlf.Provider;
import com.pulumi.dlf.ProviderArgs;
import com.pulumi.dlf.enums.JobTypeFilter;
import com.pulumi.dlf.inputs.GateQueryArgs;
import com.pulumi.dlf.inputs.GateRulesArgs;
import com.pulumi.dlf.inputs.GetJobsArgs;
import com.pulumi.dlf.outputs.GateFinding;
import com.pulumi.dlf.outputs.GetJobsResult;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    private static void stack(Context context) {
        // The jobs as they are now, in a preview too.
        var streams = DlfFunctions.getJobs(GetJobsArgs.builder().jobType(JobTypeFilter.RealTime).build());

        // The jobs as they were at the last `pulumi up`: a preview shows what changed since.
        var recorded = new JobsSnapshot("recorded", JobsSnapshotArgs.builder().jobType(JobTypeFilter.All).build());

        // Shut while a job that the release reads from has failed, is stale, or is gone.
        var healthy = new JobGate("healthy", JobGateArgs.builder()
            .query(GateQueryArgs.builder().jobType(JobTypeFilter.Batch).build())
            .rules(GateRulesArgs.builder()
                .requiredJobs("ods_orders")
                .forbiddenLastInstanceStatuses("fail", "running-exception")
                .maxAgeOfLastSuccess("26h")
                .ignoreJobs("tmp_*")
                .build())
            .build());

        // Stands for what you deploy.
        new ComponentResource("examples:index:Release", "release",
            ComponentResourceOptions.builder().dependsOn(healthy).build());

        // Another account, in another region.
        var config = context.config();
        var eastAccount = new Provider("eastAccount", ProviderArgs.builder()
            .region("cn-east-3")
            .endpoint(config.get("eastEndpoint").orElse(null))
            .projectId(config.require("eastProjectId"))
            .accessKey(config.requireSecret("eastAccessKey"))
            .secretKey(config.requireSecret("eastSecretKey"))
            .build());
        var east = DlfFunctions.getJobs(GetJobsArgs.Empty, InvokeOptions.builder().provider(eastAccount).build());

        context.export("streams", streams.applyValue(GetJobsResult::names));
        context.export("east", east.applyValue(GetJobsResult::total));
        context.export("recorded", recorded.total());
        context.export("gate", healthy.finding().applyValue(GateFinding::result));
    }
}
