# Each command installs what it lacks and skips what is already done.
.PHONY: demo test size bench fuzz

demo: ## build the page and serve it on this computer (PORT=8080)
	@bash scripts/demo.sh

test: ## every check and test, ending in the real page in a real browser
	@bash scripts/test.sh

size: ## what a browser downloads, raw and compressed
	@bash scripts/size.sh

bench: ## how fast normalisation and segmentation are, as ratios in one run (TREEBANKS="FILE.conllu...")
	@bash scripts/bench.sh $(TREEBANKS)

fuzz: ## any text through normalisation and segmentation (SECONDS=60)
	@SECONDS_TO_RUN=$(SECONDS) bash scripts/fuzz.sh
