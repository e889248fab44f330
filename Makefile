# Each command installs what it lacks and skips what is already done.
.PHONY: demo test size

demo: ## build the page and serve it on this computer (PORT=8080)
	@bash scripts/demo.sh

test: ## every check and test, ending in the real page in a real browser
	@bash scripts/test.sh

size: ## what a browser downloads, raw and compressed
	@bash scripts/size.sh
