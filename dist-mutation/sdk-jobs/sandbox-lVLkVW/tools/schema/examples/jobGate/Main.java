import com.pulumi.Pulumi;
import com.pulumi.dlf.JobGate;
import com.pulumi.dlf.JobGateArgs;
import com.pulumi.dlf.enums.JobTypeFilter;
import com.pulumi.dlf.inputs.GateQueryArgs;
import com.pulumi.dlf.inputs.GateRulesArgs;
import com.pulumi.dlf.outputs.GateFinding;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;

public class Main {
    public static void main(String[] args) {
        Pulumi.run(context -> {
            var healthy = new JobGate("healthy", JobGateArgs.builder()
                .query(GateQueryArgs.builder().jobType(JobTypeFilter.Batch).build())
                .rules(GateRulesArgs.builder()
                    .requiredJobs("ods_orders")
                    .forbiddenLastInstanceStatuses("fail", "running-exception")
                    .maxAgeOfLastSuccess("26h")
                    .build())
                .build());
            // Stands for what you deploy: it stays as it is while the gate is shut.
            new ComponentResource("examples:index:Release", "release",
                ComponentResourceOptions.builder().dependsOn(healthy).build());
            context.export("finding", healthy.finding().applyValue(GateFinding::result));
        });
    }
}
