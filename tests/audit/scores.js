// node scores.js ADDRESS REPORT...
// The scores of Lighthouse's report of median performance, and what cost points; ends with 1 below
// the bars.
const [, , wanted, ...files] = process.argv;
const performance = (report) => report.categories.performance.score;
const reports = files
  .map((file) => JSON.parse(require("fs").readFileSync(file, "utf8")))
  .sort((one, other) => performance(one) - performance(other));
const report = reports[Math.floor(reports.length / 2)];
const BARS = { accessibility: 100, "best-practices": 100, performance: 98 };
const path = new URL(wanted).pathname;
let low = report.finalDisplayedUrl !== wanted;
if (low) console.log(`${path}: landed on ${report.finalDisplayedUrl}`);
const scores = Object.entries(BARS).map(([name, bar]) => {
  const score = Math.round(report.categories[name].score * 100);
  low ||= score < bar;
  return `${name} ${score} (bar ${bar})`;
});
const seen = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]
  .map((name) => `${name} ${report.audits[name].displayValue}`);
console.log(`${path.padEnd(12)} ${reports.length} run(s): ${scores.join(", ")}; ${seen.join(", ")}`);
for (const name of Object.keys(BARS))
  for (const { id, weight } of report.categories[name].auditRefs)
    if (weight && report.audits[id].score !== null && report.audits[id].score < 0.9)
      console.log(`  ${name}: ${id} ${report.audits[id].score}: ${report.audits[id].title}`);
process.exitCode = low ? 1 : 0;
