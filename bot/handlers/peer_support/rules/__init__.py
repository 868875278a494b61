"""What happens in peer support, when, and by which article: pure functions that return one Decision."""
