import { expect } from "expect";
import { bind } from "jest-each";
import Mocha from "mocha";

/**
 * What our tests use of Jest is added to Mocha's own interface: `test`, `expect`, `each`, `beforeAll`, `afterAll`.
 * (JavaScript: the types of Mocha's globals and of Jest's exclude each other.)
 */
const { bdd } = Mocha.interfaces;

Mocha.interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on("pre-require", (context) => {
    const { describe, it, before, after } = context;
    Object.assign(describe, { each: bind(describe, false) });
    Object.assign(it, { each: bind(it) });
    Object.assign(context, { test: it, expect, beforeAll: before, afterAll: after });
  });
};
