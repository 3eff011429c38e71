"""What users write to steer a build: publisher.toml, and NAME.toml beside an article."""
