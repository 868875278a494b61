### The sentences of the digest as a picture.

hr_digest-picture-total = Total
hr_digest-picture-caption = Only the numbers that were sent in words are drawn. Small ones, zero included, are not shown.
