"""Writers of documents for the tests: one module a format, each as small as it can be."""
