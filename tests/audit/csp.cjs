// Judge policies with csp_evaluator: any finding at all is an error.
// Usage: node csp.cjs POLICY...   (with csp_evaluator in NODE_PATH)
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");

let found = 0;
for (const policy of process.argv.slice(2)) {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  found += findings.length;
  console.log(`${findings.length} findings: ${policy}`);
  for (const one of findings)
    console.log(`  severity ${one.severity}, ${one.directive} ${one.value ?? ""}: ${one.description}`);
}
process.exit(found ? 1 : 0);
