package cases;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.dlf.DlfFunctions;
import com.pulumi.dlf.JobGate;
import com.pulumi.dlf.JobGateArgs;
import com.pulumi.dlf.JobsSnapshot;
import com.pulumi.dlf.JobsSnapshotArgs;
import com.pulumi.dlf.enums.Enforcement;
import com.pulumi.dlf.enums.LastInstanceStatus;
import com.pulumi.dlf.inputs.GateQueryArgs;
import com.pulumi.dlf.inputs.GateRulesArgs;
import com.pulumi.dlf.inputs.GetJobsArgs;
import com.pulumi.dlf.inputs.GetJobsPlainArgs;
import com.pulumi.dlf.outputs.GateFinding;
import com.pulumi.dlf.outputs.GetJobsResult;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The small programs of the tests. The file "case" beside Pulumi.yaml says which of them runs. */
public class Cases {
    private static final Map<String, Consumer<Context>> cases = Map.ofEntries(
        Map.entry("unknownInputs", Cases::unknownInputs),
        Map.entry("secretInputs", Cases::secretInputs),
        Map.entry("advisory", Cases::advisory),
        Map.entry("bare", context -> new JobsSnapshot("jobs")),
        Map.entry("noSuchValue", context -> new JobsSnapshot("jobs", JobsSnapshotArgs.builder().jobType("ALLL").build())),
        Map.entry("noRules", context -> new JobGate("healthy", JobGateArgs.builder().build())),
        Map.entry("import", context -> new JobsSnapshot("jobs", JobsSnapshotArgs.Empty,
            CustomResourceOptions.builder().importId("some-id").build())),
        Map.entry("get", context -> JobsSnapshot.get("jobs", Output.of("some-id"), null)),
        Map.entry("functionFails", Cases::functionFails));

    public static void main(String[] args) throws IOException {
        var run = cases.get(Files.readString(Path.of("case")));
        Pulumi.run(run);
    }

    private static void unknownInputs(Context context) {
        var first = new Stash("first", Output.of(1), null);
        var found = DlfFunctions.getJobs(GetJobsArgs.builder().jobName(first.id()).exactName(true).build());
        var recorded = new JobsSnapshot("jobs", JobsSnapshotArgs.builder().jobName(first.id()).build());
        var absent = new JobGate("absent", JobGateArgs.builder()
            .query(GateQueryArgs.builder().jobName(first.id()).build())
            .rules(GateRulesArgs.builder().maxJobs(0).allowEmpty(true).build())
            .build());
        new Stash("guarded", absent.finding().applyValue(GateFinding::result), null);
        context.export("found", found.applyValue(GetJobsResult::total));
        context.export("recorded", recorded.total());
    }

    private static void secretInputs(Context context) {
        var pattern = context.config().requireSecret("pattern");
        var found = DlfFunctions.getJobs(GetJobsArgs.builder().jobName(pattern).build());
        var recorded = new JobsSnapshot("jobs", JobsSnapshotArgs.builder().jobName(pattern).build());
        var healthy = new JobGate("healthy", JobGateArgs.builder()
            .query(GateQueryArgs.builder().jobName(pattern).build())
            .rules(noneFailed())
            .enforcement(Enforcement.Advisory)
            .build());
        context.export("found", found.applyValue(GetJobsResult::names));
        context.export("recorded", recorded.names());
        context.export("gate", healthy.finding().applyValue(GateFinding::result));
    }

    private static void advisory(Context context) {
        var healthy = new JobGate("healthy",
            JobGateArgs.builder().rules(noneFailed()).enforcement(Enforcement.Advisory).build());
        new Stash("guarded", Output.of(1), CustomResourceOptions.builder().dependsOn(healthy).build());
    }

    /** The function in its plain form, whose answer is waited for. */
    private static void functionFails(Context context) {
        var jobs = DlfFunctions.getJobsPlain(GetJobsPlainArgs.builder().jobType("ALLL").build()).join();
        context.export("total", Output.of(jobs.total()));
    }

    private static GateRulesArgs noneFailed() {
        return GateRulesArgs.builder().forbiddenLastInstanceStatuses(LastInstanceStatus.Fail.getValue()).build();
    }

    /** Keeps a value in the state. The engine has this resource built in; this release of the SDK has no class for it. */
    private static class Stash extends CustomResource {
        Stash(String name, Output<?> input, CustomResourceOptions options) {
            super("pulumi:index:Stash", name, new StashArgs(input), options);
        }
    }

    private static class StashArgs extends ResourceArgs {
        @Import
        private final Output<?> input;

        StashArgs(Output<?> input) {
            this.input = input;
        }
    }
}
