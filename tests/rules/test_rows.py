"""What was worked out once is looked up, and memory stays flat over any number of people."""

from interview.rules.rows import looked_up, remember


def test_what_was_found_for_a_key_is_kept_until_it_gets_too_much():
    seen = {}
    found = [remember(seen, key, -key) for key in range(2_001)]
    assert found == [-key for key in range(2_001)]
    assert seen == {key: -key for key in range(2_001)}
    assert remember(seen, "one more", "found") == "found"
    assert seen == {"one more": "found"}


def test_what_some_values_of_a_row_come_to_is_worked_out_once():
    worked_out = []

    def find(row):
        worked_out.append(row)
        return sum(row)

    find_once = looked_up(find, key_of=lambda row: row[0])
    assert [find_once([1, 1]), find_once([2, 1]), find_once([1, 9])] == [2, 3, 2]
    assert worked_out == [[1, 1], [2, 1]]
