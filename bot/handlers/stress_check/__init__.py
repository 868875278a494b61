"""The stress check (Aku 7, 8): its questionnaire as data, and how a filled-in one is scored; no screens yet."""
