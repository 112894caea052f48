// @ts-nocheck
const callersSettings = /^(HW_|HUAWEICLOUD_|HC_CONTAINER_|DLF_|PULUMI_|DEBUG$)/i;

/** The environment without what would steer the program or the engine: a test must not see its caller's account. */
export function withoutCallersSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !callersSettings.test(name)));
}
