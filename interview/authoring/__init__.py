"""Tools for those who write the questions: which module serves which command, outside first.

check     check_commands, check, text_checks, rule_checks, findings, said_texts, phrases
walk      walk_report, walk, paths, lanes, influence, outcomes, remainders, classes, sample_dates
map       picture, outline
review    review, last_changed
prove     prove_commands, proving, claim_reader, claims, claim_texts, transitions, changes,
          smallest, replay, people_in_words
diff      diff_report, diff, differences, text_diff, crowd, editions
mutate    mutate_commands, mutation, mutants

Below prove and diff stands what the prover is told: people (anybody at all), conclusions, missing,
vocabulary, encoding, open_answers, written_dates, calendar_days, and the one door to it, prover.
"""
