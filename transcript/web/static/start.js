// Shows the contract with Swagger UI. Nothing is fetched but the contract, and what the reader tries out.
SwaggerUIBundle({ url: "openapi.json", dom_id: "#contract", deepLinking: true, validatorUrl: null });
