# Read the network and print its figures; they are those of figures.json.
# Needs R 4 and the package sna (install.packages("sna")). Run it in the folder of the files.
suppressPackageStartupMessages(library(sna))

actors <- read.csv("actors.csv", colClasses = "character")
ties <- read.csv("ties.csv", colClasses = "character")
directed <- grepl('"directed": true', paste(readLines("figures.json"), collapse = ""))
network <- matrix(0, nrow(actors), nrow(actors), dimnames = list(actors$id, actors$id))
network[cbind(ties$source, ties$target)] <- 1
if (!directed) network <- pmax(network, t(network))
mode <- if (directed) "digraph" else "graph"

tell <- function(...) cat(..., sep = " ", fill = TRUE)
tell("size", nrow(network))
tell("ties", nrow(ties))
tell("density", round(gden(network, mode = mode), 6))
if (directed) tell("reciprocity", round(grecip(network, measure = "edgewise"), 6))
tell("components", components(network, connected = "weak"))
between <- betweenness(network, gmode = mode)
for (place in order(-between, actors$id)[1:min(3, nrow(actors))]) {
  tell("betweenness", actors$id[place], round(between[place], 6))
}
