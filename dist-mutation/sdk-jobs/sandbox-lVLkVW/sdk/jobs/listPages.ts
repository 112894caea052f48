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
import { ApiError, type IncompleteListError } from "../errors";
import { inOrder } from "./inOrder";
import { ListCheck } from "./listCheck";
import type { FetchPage } from "./listPage";
import { offsetAt } from "./offsetReading";
import { openList, type Rest } from "./openList";
import { orRefusal } from "./refusal";
import type { JobPage } from "./schema";
export interface ListPagesOptions {
  /** How many pages are asked for ahead. */
  concurrency: number;
  /** How many jobs may be held that nobody has asked for yet: fewer pages ahead where they are long. */
  jobsAhead?: number;
  /** False: read on after a contradiction, and return the first one at the end instead of throwing it. */
  strict: boolean;
}

/**
 * Lists all jobs, page by page, in the service's order, each job once.
 * (A page that is yielded may be empty, and `total` is the service's own word.)
 *
 * There are at most two requests more than pages where the service follows its reference or counts records, three
 * where it reads `offset` otherwise, and one more where it refuses the first request as well. The list is whole when
 *
 * - every page tells the same `total`, at least so many jobs came, and none of them twice;
 * - after a first page that may be all that is sent at once, a last page that was full, or a `total` that was too small,
 *   one more page was empty, refused, or the first page again.
 *
 * @throws IncompleteListError as soon as one of these does not hold, if `strict`
 */
export async function* listPages(fetchPage: FetchPage, {
  concurrency,
  jobsAhead = Infinity,
  strict
}: ListPagesOptions): AsyncGenerator<JobPage, IncompleteListError | undefined> {
  if (stryMutAct_9fa48("409")) {
    {}
  } else {
    stryCov_9fa48("409");
    const {
      pages,
      rest,
      problem
    } = await openList(fetchPage);
    const {
      total
    } = pages[0];
    const check = new ListCheck(total, strict);
    for (const page of pages) yield stryMutAct_9fa48("410") ? {} : (stryCov_9fa48("410"), {
      total,
      jobs: check.add(page)
    });
    if (stryMutAct_9fa48("413") ? problem === undefined : stryMutAct_9fa48("412") ? false : stryMutAct_9fa48("411") ? true : (stryCov_9fa48("411", "412", "413"), problem !== undefined)) check.fail(problem);
    if (stryMutAct_9fa48("416") ? false : stryMutAct_9fa48("415") ? true : stryMutAct_9fa48("414") ? rest : (stryCov_9fa48("414", "415", "416"), !rest)) {
      if (stryMutAct_9fa48("417")) {
        {}
      } else {
        stryCov_9fa48("417");
        check.finish();
        return check.problem;
      }
    }
    const {
      first,
      reading
    } = rest;
    const size = first.length;
    const readAt = stryMutAct_9fa48("418") ? () => undefined : (stryCov_9fa48("418"), (() => {
      const readAt = (position: number) => orRefusal(fetchPage(stryMutAct_9fa48("419") ? {} : (stryCov_9fa48("419"), {
        offset: offsetAt(position, size, reading),
        limit: size
      })));
      return readAt;
    })());
    const pagesAhead = stryMutAct_9fa48("420") ? Math.min(1, Math.min(concurrency, Math.floor(jobsAhead / size))) : (stryCov_9fa48("420"), Math.max(1, stryMutAct_9fa48("421") ? Math.max(concurrency, Math.floor(jobsAhead / size)) : (stryCov_9fa48("421"), Math.min(concurrency, Math.floor(stryMutAct_9fa48("422") ? jobsAhead * size : (stryCov_9fa48("422"), jobsAhead / size))))));
    let {
      position
    } = rest;
    let until = endOfReading(rest, total, check.count);
    let last: JobPage | undefined;
    do {
      if (stryMutAct_9fa48("423")) {
        {}
      } else {
        stryCov_9fa48("423");
        for await (const answer of inOrder(steps(position, until, size), readAt, pagesAhead)) {
          if (stryMutAct_9fa48("424")) {
            {}
          } else {
            stryCov_9fa48("424");
            const mayBePast = stryMutAct_9fa48("427") ? check.count >= total && check.problem !== undefined : stryMutAct_9fa48("426") ? false : stryMutAct_9fa48("425") ? true : (stryCov_9fa48("425", "426", "427"), (stryMutAct_9fa48("430") ? check.count < total : stryMutAct_9fa48("429") ? check.count > total : stryMutAct_9fa48("428") ? false : (stryCov_9fa48("428", "429", "430"), check.count >= total)) || (stryMutAct_9fa48("432") ? check.problem === undefined : stryMutAct_9fa48("431") ? false : (stryCov_9fa48("431", "432"), check.problem !== undefined)));
            const page = mayBePast ? endIfPast(answer, first, total) : answer;
            if (stryMutAct_9fa48("434") ? false : stryMutAct_9fa48("433") ? true : (stryCov_9fa48("433", "434"), page instanceof ApiError)) throw page;
            const fresh = check.add(page);
            yield stryMutAct_9fa48("435") ? {} : (stryCov_9fa48("435"), {
              total,
              jobs: fresh
            });
            if (stryMutAct_9fa48("438") ? fresh.length === 0 || page.jobs.length > 0 : stryMutAct_9fa48("437") ? false : stryMutAct_9fa48("436") ? true : (stryCov_9fa48("436", "437", "438"), (stryMutAct_9fa48("440") ? fresh.length !== 0 : stryMutAct_9fa48("439") ? true : (stryCov_9fa48("439", "440"), fresh.length === 0)) && (stryMutAct_9fa48("443") ? page.jobs.length <= 0 : stryMutAct_9fa48("442") ? page.jobs.length >= 0 : stryMutAct_9fa48("441") ? true : (stryCov_9fa48("441", "442", "443"), page.jobs.length > 0)))) return check.problem;
            if (stryMutAct_9fa48("446") ? page.jobs.length === 0 || position < total : stryMutAct_9fa48("445") ? false : stryMutAct_9fa48("444") ? true : (stryCov_9fa48("444", "445", "446"), (stryMutAct_9fa48("448") ? page.jobs.length !== 0 : stryMutAct_9fa48("447") ? true : (stryCov_9fa48("447", "448"), page.jobs.length === 0)) && (stryMutAct_9fa48("451") ? position >= total : stryMutAct_9fa48("450") ? position <= total : stryMutAct_9fa48("449") ? true : (stryCov_9fa48("449", "450", "451"), position < total)))) {
              if (stryMutAct_9fa48("452")) {
                {}
              } else {
                stryCov_9fa48("452");
                check.fail(stryMutAct_9fa48("453") ? "" : (stryCov_9fa48("453"), "the service sent no more"));
                // At best effort a single gap is read over. Behind two of them nothing is looked for.
                if (stryMutAct_9fa48("456") ? last?.jobs.length !== 0 : stryMutAct_9fa48("455") ? false : stryMutAct_9fa48("454") ? true : (stryCov_9fa48("454", "455", "456"), (stryMutAct_9fa48("457") ? last.jobs.length : (stryCov_9fa48("457"), last?.jobs.length)) === 0)) return check.problem;
              }
            }
            stryMutAct_9fa48("458") ? position -= size : (stryCov_9fa48("458"), position += size);
            last = page;
          }
        }
        // More jobs than `total` says: it is not to be relied on. Page by page, the end is where the service sends no more.
        until = stryMutAct_9fa48("459") ? position - 1 : (stryCov_9fa48("459"), position + 1);
      }
    } while (stryMutAct_9fa48("461") ? last && last.jobs.length > 0 && check.count > total || !check.problem : stryMutAct_9fa48("460") ? false : (stryCov_9fa48("460", "461"), (stryMutAct_9fa48("463") ? last && last.jobs.length > 0 || check.count > total : stryMutAct_9fa48("462") ? true : (stryCov_9fa48("462", "463"), (stryMutAct_9fa48("465") ? last || last.jobs.length > 0 : stryMutAct_9fa48("464") ? true : (stryCov_9fa48("464", "465"), last && (stryMutAct_9fa48("468") ? last.jobs.length <= 0 : stryMutAct_9fa48("467") ? last.jobs.length >= 0 : stryMutAct_9fa48("466") ? true : (stryCov_9fa48("466", "467", "468"), last.jobs.length > 0)))) && (stryMutAct_9fa48("471") ? check.count <= total : stryMutAct_9fa48("470") ? check.count >= total : stryMutAct_9fa48("469") ? true : (stryCov_9fa48("469", "470", "471"), check.count > total)))) && (stryMutAct_9fa48("472") ? check.problem : (stryCov_9fa48("472"), !check.problem))));
    check.finish();
    return check.problem;
  }
}

/** Where a page may lie past the end: some services refuse it, and some send the first page again. Both say no more. */
function endIfPast(answer: JobPage | ApiError, first: Rest["first"], total: number): JobPage {
  if (stryMutAct_9fa48("473")) {
    {}
  } else {
    stryCov_9fa48("473");
    if (stryMutAct_9fa48("475") ? false : stryMutAct_9fa48("474") ? true : (stryCov_9fa48("474", "475"), answer instanceof ApiError)) return stryMutAct_9fa48("476") ? {} : (stryCov_9fa48("476"), {
      total,
      jobs: stryMutAct_9fa48("477") ? ["Stryker was here"] : (stryCov_9fa48("477"), [])
    });
    const {
      jobs
    } = answer;
    const again = stryMutAct_9fa48("480") ? jobs.length === first.length || first.every(({
      name
    }, index) => name === jobs[index]?.name) : stryMutAct_9fa48("479") ? false : stryMutAct_9fa48("478") ? true : (stryCov_9fa48("478", "479", "480"), (stryMutAct_9fa48("482") ? jobs.length !== first.length : stryMutAct_9fa48("481") ? true : (stryCov_9fa48("481", "482"), jobs.length === first.length)) && (stryMutAct_9fa48("483") ? first.some(({
      name
    }, index) => name === jobs[index]?.name) : (stryCov_9fa48("483"), first.every(stryMutAct_9fa48("484") ? () => undefined : (stryCov_9fa48("484"), ({
      name
    }, index) => stryMutAct_9fa48("487") ? name !== jobs[index]?.name : stryMutAct_9fa48("486") ? false : stryMutAct_9fa48("485") ? true : (stryCov_9fa48("485", "486", "487"), name === (stryMutAct_9fa48("488") ? jobs[index].name : (stryCov_9fa48("488"), jobs[index]?.name))))))));
    return again ? stryMutAct_9fa48("489") ? {} : (stryCov_9fa48("489"), {
      total: answer.total,
      jobs: stryMutAct_9fa48("490") ? ["Stryker was here"] : (stryCov_9fa48("490"), [])
    }) : answer;
  }
}

/** Records from here on are not read: `total`, or one page more to see that nothing follows. */
function endOfReading({
  position,
  first,
  inDoubt
}: Rest, total: number, count: number): number {
  if (stryMutAct_9fa48("491")) {
    {}
  } else {
    stryCov_9fa48("491");
    if (stryMutAct_9fa48("495") ? position < total : stryMutAct_9fa48("494") ? position > total : stryMutAct_9fa48("493") ? false : stryMutAct_9fa48("492") ? true : (stryCov_9fa48("492", "493", "494", "495"), position >= total)) return (stryMutAct_9fa48("498") ? inDoubt && count > total : stryMutAct_9fa48("497") ? false : stryMutAct_9fa48("496") ? true : (stryCov_9fa48("496", "497", "498"), inDoubt || (stryMutAct_9fa48("501") ? count <= total : stryMutAct_9fa48("500") ? count >= total : stryMutAct_9fa48("499") ? false : (stryCov_9fa48("499", "500", "501"), count > total)))) ? stryMutAct_9fa48("502") ? position - 1 : (stryCov_9fa48("502"), position + 1) : position;
    const lastWillBeFull = stryMutAct_9fa48("505") ? (total - position) % first.length !== 0 : stryMutAct_9fa48("504") ? false : stryMutAct_9fa48("503") ? true : (stryCov_9fa48("503", "504", "505"), (stryMutAct_9fa48("506") ? (total - position) * first.length : (stryCov_9fa48("506"), (stryMutAct_9fa48("507") ? total + position : (stryCov_9fa48("507"), total - position)) % first.length)) === 0);
    return lastWillBeFull ? stryMutAct_9fa48("508") ? total - 1 : (stryCov_9fa48("508"), total + 1) : total;
  }
}
function* steps(from: number, end: number, size: number): Generator<number> {
  if (stryMutAct_9fa48("509")) {
    {}
  } else {
    stryCov_9fa48("509");
    for (let position = from; stryMutAct_9fa48("512") ? position >= end : stryMutAct_9fa48("511") ? position <= end : stryMutAct_9fa48("510") ? false : (stryCov_9fa48("510", "511", "512"), position < end); stryMutAct_9fa48("513") ? position -= size : (stryCov_9fa48("513"), position += size)) yield position;
  }
}