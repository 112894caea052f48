import com.pulumi.Pulumi;
import com.pulumi.dlf.DlfFunctions;
import com.pulumi.dlf.inputs.GetJobArgs;
import com.pulumi.dlf.outputs.GetJobResult;

public class Main {
    public static void main(String[] args) {
        Pulumi.run(context -> {
            var orders = DlfFunctions.getJob(GetJobArgs.builder().name("ods_orders").build());
            context.export("status", orders.applyValue(GetJobResult::status));
            context.export("lastRun", orders.applyValue(GetJobResult::lastInstanceStatus));
        });
    }
}
