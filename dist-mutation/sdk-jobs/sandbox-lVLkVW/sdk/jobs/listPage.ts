// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import type { Deadline } from "../time/deadline";
import type { SignedHttp } from "../http/signedHttp";
import { parseJson } from "../http/json";
import { requestId } from "../http/responseError";
import type { DlfCredentials } from "../credentials/resolveCredentials";
import type { ListingFilter } from "./query";
import { parsePage, type JobPage } from "./schema";

/** Where the service is, and who asks. */
export interface Connection {
  endpoint: string;
  projectId: string;
  credentials: DlfCredentials;
}

/** A place in the list, in the API's own parameters. */
export interface PageRequest {
  offset: number;
  limit: number;
}
export type FetchPage = (page: PageRequest) => Promise<JobPage>;

/** One signed "Viewing a Job List": `GET /v1/{project_id}/jobs`. */
export function listPage(http: SignedHttp, connection: Connection, filter: ListingFilter, page: PageRequest, deadline: Deadline): Promise<JobPage> {
  if (stryMutAct_9fa48("365")) {
    {}
  } else {
    stryCov_9fa48("365");
    const query: [string, string][] = stryMutAct_9fa48("366") ? [] : (stryCov_9fa48("366"), [stryMutAct_9fa48("367") ? [] : (stryCov_9fa48("367"), [stryMutAct_9fa48("368") ? "" : (stryCov_9fa48("368"), "jobType"), filter.jobType])]);
    if (stryMutAct_9fa48("371") ? filter.jobName === undefined : stryMutAct_9fa48("370") ? false : stryMutAct_9fa48("369") ? true : (stryCov_9fa48("369", "370", "371"), filter.jobName !== undefined)) query.push(stryMutAct_9fa48("372") ? [] : (stryCov_9fa48("372"), [stryMutAct_9fa48("373") ? "" : (stryCov_9fa48("373"), "jobName"), filter.jobName]));
    if (stryMutAct_9fa48("377") ? filter.tags.length <= 0 : stryMutAct_9fa48("376") ? filter.tags.length >= 0 : stryMutAct_9fa48("375") ? false : stryMutAct_9fa48("374") ? true : (stryCov_9fa48("374", "375", "376", "377"), filter.tags.length > 0)) query.push(stryMutAct_9fa48("378") ? [] : (stryCov_9fa48("378"), [stryMutAct_9fa48("379") ? "" : (stryCov_9fa48("379"), "tags"), filter.tags.join(stryMutAct_9fa48("380") ? "" : (stryCov_9fa48("380"), ","))]));
    query.push(stryMutAct_9fa48("381") ? [] : (stryCov_9fa48("381"), [stryMutAct_9fa48("382") ? "" : (stryCov_9fa48("382"), "offset"), String(page.offset)]), stryMutAct_9fa48("383") ? [] : (stryCov_9fa48("383"), [stryMutAct_9fa48("384") ? "" : (stryCov_9fa48("384"), "limit"), String(page.limit)]));
    const workspace = (stryMutAct_9fa48("387") ? filter.workspace !== undefined : stryMutAct_9fa48("386") ? false : stryMutAct_9fa48("385") ? true : (stryCov_9fa48("385", "386", "387"), filter.workspace === undefined)) ? stryMutAct_9fa48("388") ? "" : (stryCov_9fa48("388"), "the default workspace") : stryMutAct_9fa48("389") ? `` : (stryCov_9fa48("389"), `workspace ${filter.workspace}`);
    const parameters = query.map(stryMutAct_9fa48("390") ? () => undefined : (stryCov_9fa48("390"), ([name, value]) => stryMutAct_9fa48("391") ? `` : (stryCov_9fa48("391"), `${name}=${value}`))).join(stryMutAct_9fa48("392") ? "" : (stryCov_9fa48("392"), ", "));
    const what = stryMutAct_9fa48("393") ? `` : (stryCov_9fa48("393"), `the list of jobs in ${workspace} (${parameters})`);
    return http.get(stryMutAct_9fa48("394") ? {} : (stryCov_9fa48("394"), {
      endpoint: connection.endpoint,
      path: stryMutAct_9fa48("395") ? [] : (stryCov_9fa48("395"), [stryMutAct_9fa48("396") ? "" : (stryCov_9fa48("396"), "v1"), connection.projectId, stryMutAct_9fa48("397") ? "" : (stryCov_9fa48("397"), "jobs")]),
      query,
      headers: stryMutAct_9fa48("398") ? {} : (stryCov_9fa48("398"), {
        Accept: stryMutAct_9fa48("399") ? "" : (stryCov_9fa48("399"), "application/json"),
        "X-Project-Id": connection.projectId,
        // An empty header is not the default workspace but an unknown one: it is left out altogether.
        ...(stryMutAct_9fa48("402") ? filter.workspace !== undefined || {
          workspace: filter.workspace
        } : stryMutAct_9fa48("401") ? false : stryMutAct_9fa48("400") ? true : (stryCov_9fa48("400", "401", "402"), (stryMutAct_9fa48("404") ? filter.workspace === undefined : stryMutAct_9fa48("403") ? true : (stryCov_9fa48("403", "404"), filter.workspace !== undefined)) && (stryMutAct_9fa48("405") ? {} : (stryCov_9fa48("405"), {
          workspace: filter.workspace
        }))))
      }),
      what,
      parse: stryMutAct_9fa48("406") ? () => undefined : (stryCov_9fa48("406"), response => parsePage(parseJson(response, what), filter.jobType, stryMutAct_9fa48("407") ? {} : (stryCov_9fa48("407"), {
        what,
        status: response.status,
        // Read for an error alone: to make a text fit to be shown takes longer than to read a short page.
        get requestId() {
          if (stryMutAct_9fa48("408")) {
            {}
          } else {
            stryCov_9fa48("408");
            return requestId(response);
          }
        }
      })))
    }), connection.credentials, deadline);
  }
}