import { refuseCredentials, refuseOtherArguments } from "../../../provider/core/arguments";

const known = ["query", "rules", "enforcement"];

test("an argument that there is not is refused, with the nearest where one is near", () => {
  expect(() => {
    refuseOtherArguments({ query: 1, rules: 2 }, known);
  }).not.toThrow();
  expect(() => {
    refuseOtherArguments({ query: 1, rule: 2 }, known);
  }).toThrow(/^There is no argument "rule"\. The nearest one is rules\. There is: query, rules, enforcement\.$/);
  expect(() => {
    refuseOtherArguments({ zzzzzzzzzzzzzzzzzzzzzzzz: 2 }, []);
  }).toThrow(/^There is no argument "zzzzzzzzzzzzzzzzzzzzzzzz"\. There is: \.$/);
});

test("credentials of a resource are refused, with the places where they may stand", () => {
  expect(() => {
    refuseCredentials({ client: { region: "r" }, configNamespace: "dlf-eu" });
    refuseCredentials({});
  }).not.toThrow();
  expect(() => {
    refuseCredentials({ client: { credentials: { accessKey: "a", secretKey: "s" } } });
  }).toThrow(
    /kept in the state\. Set them as secrets of the stack \(pulumi config set --secret dlf:secretKey\), or in/,
  );
});
