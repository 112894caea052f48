// @ts-nocheck
export { examine, type Examination, type ExamineOptions, type ExamineWorld, type Observation } from "./examine";
export type { Check, Mark } from "./checks";
export type { Finding } from "./observation";
export type { PageSize } from "./examineList";
export { mostRequests, plan, requestsPerSecond, type PlannedRequests } from "./plan";
export { anonymize } from "../recording/anonymize";
export { formatRecording } from "../recording/formatRecording";
