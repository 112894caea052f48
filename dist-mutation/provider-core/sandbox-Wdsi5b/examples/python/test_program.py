"""Tests __main__.py without the plugin, the service and the CLI: python -m unittest"""

import runpy
import unittest

import pulumi

jobs = [
    {"name": "ods_orders", "jobType": "BATCH", "status": "SCHEDULING"},
    {"name": "click_stream", "jobType": "REAL_TIME", "status": "NORMAL"},
]


class Plugin(pulumi.runtime.Mocks):
    """Stands for the plugin. Its properties have the names of the schema, in camel case."""

    def __init__(self):
        self.inputs = {}

    def call(self, args):
        wanted = args.args.get("jobType", "BATCH")
        found = [job for job in jobs if wanted in (job["jobType"], "ALL")]
        return {"jobs": found, "names": [job["name"] for job in found], "total": len(found)}

    def new_resource(self, args):
        self.inputs[args.name] = args.inputs
        outputs = {
            "dlf:index:JobsSnapshot": {"jobs": jobs, "total": len(jobs)},
            "dlf:index:JobGate": {"finding": {"result": "holds", "violations": []}},
        }
        return f"{args.name}-id", {**args.inputs, **outputs.get(args.typ, {})}


class Program(unittest.TestCase):
    def setUp(self):
        self.plugin = Plugin()
        pulumi.runtime.set_mocks(self.plugin, project="program")
        config = {"eastProjectId": "1", "eastAccessKey": "key", "eastSecretKey": "secret"}
        pulumi.runtime.set_all_config({f"program:{key}": value for key, value in config.items()})

    @pulumi.runtime.test
    def test_lists_real_time_jobs(self):
        program = runpy.run_path("__main__.py")
        return program["streams"].names.apply(lambda names: self.assertEqual(names, ["click_stream"]))

    @pulumi.runtime.test
    def test_gate_forbids_failed_runs(self):
        def check(_id):
            self.assertIn("fail", self.plugin.inputs["healthy"]["rules"]["forbiddenLastInstanceStatuses"])

        return runpy.run_path("__main__.py")["healthy"].id.apply(check)


if __name__ == "__main__":
    unittest.main()
