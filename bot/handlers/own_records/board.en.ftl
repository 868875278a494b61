### Sentences on the board of duties: requests about one's own records.

own_records-board-met = No request is past the day of its answer
own_records-board-late = A request is past the day of its answer
