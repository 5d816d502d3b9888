# One field that finds everything.
title = Search Dure
words = Words
hint = Finds firms, products, equipment, people and difficulties at once. Two syllables are enough.
not-ready = Search is getting ready. Please try again in a moment.
inexact = Nothing has all of these words, so here is what comes near.
kinds = Kinds found
more = Show all
none-found = Nothing found for “{ $words }”
none-found-note = Try fewer or other words. If you need help with something, post it as a difficulty and we will find who can help.
post = Post a difficulty
to-firms = Look through member firms
to-resources = Look through what is shared
to-experts = Look through experts
